@package p

func seq(yield func(int) bool) {
	for i := 0; yield(i); i++ {
	}
}

func f(mu interface{ Lock(); Unlock() }) int {
L:
	for x := range seq {
		defer mu.Unlock()
		switch y := any(x).(type) {
		case int:
			if y > 3 {
				return y
			}
			continue L
		case nil:
			fallthrough
		default:
			break L
		}
	}
	panic(1 << 600)
}
