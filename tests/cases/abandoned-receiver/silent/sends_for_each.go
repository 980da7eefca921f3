// A bad element is sent as well, as a zero: one for each is received.
package cases

func all(lines []string, parse func(string) (int, error)) (values []int) {
	out := make(chan int)
	go func() {
		for _, line := range lines {
			v, err := parse(line)
			if err != nil {
				v = 0
			}
			out <- v
		}
	}()
	for range lines {
		values = append(values, <-out)
	}
	return values
}
