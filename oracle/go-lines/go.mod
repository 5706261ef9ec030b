module seaworthy/lines

go 1.26.0
