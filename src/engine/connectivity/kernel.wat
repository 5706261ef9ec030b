;; The loops over bits that take the time of a large matrix, 128 bits at once. scripts/kernel.ts makes kernel-bytes.ts of it.
;; What each does is said in kernel.ts, whose plain loops answer the same.
(module
  (memory (export "memory") 1)

  ;; For each entry (offset of a slot, address of a set): slot |= set, at one column of 128 bits.
  (func (export "gather") (param $entry i32) (param $end i32) (param $slots i32) (param $column i32)
    (local $slot i32)
    (loop $next
      (v128.store
        (local.tee $slot (i32.add (local.get $slots) (i32.load (local.get $entry))))
        (v128.or
          (v128.load (local.get $slot))
          (v128.load (i32.add (i32.load offset=4 (local.get $entry)) (local.get $column)))))
      (br_if $next
        (i32.lt_u (local.tee $entry (i32.add (local.get $entry) (i32.const 8))) (local.get $end)))))

  ;; Columns of 128 bits, one for each target by the offset of its slot, become 128 rows of one bit for each target.
  (func (export "turn")
    (param $slots i32) (param $offset i32) (param $end i32) (param $rows i32) (param $stride i32) (param $square i32)
    (result i32)
    (local $at i32) (local $any v128) (local $word v128) (local $ever i32) (local $half i32) (local $shift i32)
    (local $mask i32) (local $upper v128) (local $lower v128) (local $swap v128) (local $to i32) (local $row i32)
    (loop $group
      (local.set $any (v128.const 0))
      (local.set $at (i32.const 0))
      (loop $load
        (local.set $word (v128.load (i32.add (local.get $slots) (i32.load (local.get $offset)))))
        (v128.store (i32.add (local.get $square) (local.get $at)) (local.get $word))
        (local.set $any (v128.or (local.get $any) (local.get $word)))
        (local.set $offset (i32.add (local.get $offset) (i32.const 4)))
        (br_if $load (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (i32.const 512))))
      (if (v128.any_true (local.get $any))
        (then
          (local.set $ever (i32.const 1))
          (local.set $half (i32.const 256))
          (local.set $shift (i32.const 16))
          (local.set $mask (i32.const 65535))
          (loop $stage
            (local.set $at (i32.const 0))
            (loop $pair
              (local.set $row (i32.add (local.get $square) (local.get $at)))
              (local.set $upper (v128.load (local.get $row)))
              (local.set $lower (v128.load (i32.add (local.get $row) (local.get $half))))
              (local.set $swap
                (v128.and
                  (v128.xor (i32x4.shr_u (local.get $upper) (local.get $shift)) (local.get $lower))
                  (i32x4.splat (local.get $mask))))
              (v128.store
                (i32.add (local.get $row) (local.get $half))
                (v128.xor (local.get $lower) (local.get $swap)))
              (v128.store
                (local.get $row)
                (v128.xor (local.get $upper) (i32x4.shl (local.get $swap) (local.get $shift))))
              (local.set $at
                (i32.and
                  (i32.add (i32.add (local.get $at) (local.get $half)) (i32.const 16))
                  (i32.xor (local.get $half) (i32.const -1))))
              (br_if $pair (i32.lt_u (local.get $at) (i32.const 512))))
            (local.set $half (i32.shr_u (local.get $half) (i32.const 1)))
            (local.set $shift (i32.shr_u (local.get $shift) (i32.const 1)))
            (local.set $mask (i32.xor (local.get $mask) (i32.shl (local.get $mask) (local.get $shift))))
            (br_if $stage (local.get $shift)))
          (local.set $at (i32.const 0))
          (local.set $to (local.get $rows))
          (loop $spread
            (local.set $word (v128.load (i32.add (local.get $square) (local.get $at))))
            (local.set $row (local.get $to))
            (i32.store (local.get $row) (i32x4.extract_lane 0 (local.get $word)))
            (local.set $row (i32.add (local.get $row) (i32.shl (local.get $stride) (i32.const 5))))
            (i32.store (local.get $row) (i32x4.extract_lane 1 (local.get $word)))
            (local.set $row (i32.add (local.get $row) (i32.shl (local.get $stride) (i32.const 5))))
            (i32.store (local.get $row) (i32x4.extract_lane 2 (local.get $word)))
            (local.set $row (i32.add (local.get $row) (i32.shl (local.get $stride) (i32.const 5))))
            (i32.store (local.get $row) (i32x4.extract_lane 3 (local.get $word)))
            (local.set $to (i32.add (local.get $to) (local.get $stride)))
            (br_if $spread (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (i32.const 512))))))
      (local.set $rows (i32.add (local.get $rows) (i32.const 4)))
      (br_if $group (i32.lt_u (local.get $offset) (local.get $end))))
    (local.get $ever))

  ;; to = (a | b) & (c | d), over as many bytes as there are up to $end, 64 at a time.
  (func (export "meet")
    (param $to i32) (param $end i32) (param $a i32) (param $b i32) (param $c i32) (param $d i32)
    (loop $next
      (v128.store
        (local.get $to)
        (v128.and
          (v128.or (v128.load (local.get $a)) (v128.load (local.get $b)))
          (v128.or (v128.load (local.get $c)) (v128.load (local.get $d)))))
      (v128.store offset=16
        (local.get $to)
        (v128.and
          (v128.or (v128.load offset=16 (local.get $a)) (v128.load offset=16 (local.get $b)))
          (v128.or (v128.load offset=16 (local.get $c)) (v128.load offset=16 (local.get $d)))))
      (v128.store offset=32
        (local.get $to)
        (v128.and
          (v128.or (v128.load offset=32 (local.get $a)) (v128.load offset=32 (local.get $b)))
          (v128.or (v128.load offset=32 (local.get $c)) (v128.load offset=32 (local.get $d)))))
      (v128.store offset=48
        (local.get $to)
        (v128.and
          (v128.or (v128.load offset=48 (local.get $a)) (v128.load offset=48 (local.get $b)))
          (v128.or (v128.load offset=48 (local.get $c)) (v128.load offset=48 (local.get $d)))))
      (local.set $a (i32.add (local.get $a) (i32.const 64)))
      (local.set $b (i32.add (local.get $b) (i32.const 64)))
      (local.set $c (i32.add (local.get $c) (i32.const 64)))
      (local.set $d (i32.add (local.get $d) (i32.const 64)))
      (br_if $next
        (i32.lt_u (local.tee $to (i32.add (local.get $to) (i32.const 64))) (local.get $end)))))
  ;; For each pair of rows (a, b): how many bits of a are not in b, and how many of b not in a. Most rows differ little:
  ;; 64 bytes are asked whether they differ at all.
  (func (export "differ") (param $pair i32) (param $end i32) (param $bytes i32) (param $counts i32)
    (local $a i32) (local $b i32) (local $stop i32) (local $step i32) (local $x v128) (local $y v128) (local $lacks v128)
    (local $extra v128)
    (loop $row
      (local.set $a (i32.load (local.get $pair)))
      (local.set $b (i32.load offset=4 (local.get $pair)))
      (local.set $stop (i32.add (local.get $a) (local.get $bytes)))
      (local.set $lacks (v128.const 0))
      (local.set $extra (v128.const 0))
      (loop $next
        (local.set $step (i32.add (local.get $a) (i32.const 64)))
        (if
          (v128.any_true
            (v128.or
              (v128.or
                (v128.xor (v128.load (local.get $a)) (v128.load (local.get $b)))
                (v128.xor (v128.load offset=16 (local.get $a)) (v128.load offset=16 (local.get $b))))
              (v128.or
                (v128.xor (v128.load offset=32 (local.get $a)) (v128.load offset=32 (local.get $b)))
                (v128.xor (v128.load offset=48 (local.get $a)) (v128.load offset=48 (local.get $b))))))
          (then
            (loop $count
              (local.set $x (v128.load (local.get $a)))
              (local.set $y (v128.load (local.get $b)))
              (local.set $lacks
                (i32x4.add
                  (local.get $lacks)
                  (i32x4.extadd_pairwise_i16x8_u
                    (i16x8.extadd_pairwise_i8x16_u (i8x16.popcnt (v128.andnot (local.get $x) (local.get $y)))))))
              (local.set $extra
                (i32x4.add
                  (local.get $extra)
                  (i32x4.extadd_pairwise_i16x8_u
                    (i16x8.extadd_pairwise_i8x16_u (i8x16.popcnt (v128.andnot (local.get $y) (local.get $x)))))))
              (local.set $b (i32.add (local.get $b) (i32.const 16)))
              (br_if $count
                (i32.lt_u (local.tee $a (i32.add (local.get $a) (i32.const 16))) (local.get $step))))))
        (local.set $b (i32.add (local.get $b) (i32.sub (local.get $step) (local.get $a))))
        (br_if $next (i32.lt_u (local.tee $a (local.get $step)) (local.get $stop))))
      (i32.store
        (local.get $counts)
        (i32.add
          (i32.add (i32x4.extract_lane 0 (local.get $lacks)) (i32x4.extract_lane 1 (local.get $lacks)))
          (i32.add (i32x4.extract_lane 2 (local.get $lacks)) (i32x4.extract_lane 3 (local.get $lacks)))))
      (i32.store
        offset=4
        (local.get $counts)
        (i32.add
          (i32.add (i32x4.extract_lane 0 (local.get $extra)) (i32x4.extract_lane 1 (local.get $extra)))
          (i32.add (i32x4.extract_lane 2 (local.get $extra)) (i32x4.extract_lane 3 (local.get $extra)))))
      (local.set $counts (i32.add (local.get $counts) (i32.const 8)))
      (br_if $row
        (i32.lt_u (local.tee $pair (i32.add (local.get $pair) (i32.const 8))) (local.get $end))))))
