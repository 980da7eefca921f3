// The return in the loop is taken when all have been received.
package cases

func total(parts []func() int) (sum int) {
	out := make(chan int)
	for _, part := range parts {
		go func() { out <- part() }()
	}
	pending := len(parts)
	for {
		sum += <-out
		pending--
		if pending == 0 {
			return sum
		}
	}
}
