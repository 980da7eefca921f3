package p

func labels(n int) int {
	i := 0
loop:
	if i < n {
		i++
		goto loop
	}
outer:
	for {
		for j := 0; ; j++ {
			switch {
			case j == 1:
				continue outer
			case j == 2:
				break outer
			}
			select {
			default:
				break
			}
		}
	}
	return i
}
