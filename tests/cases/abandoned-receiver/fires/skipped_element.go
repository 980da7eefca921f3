// Run time: the goroutine skips bad elements, the function receives one for each element.
package cases

func all(lines []string, parse func(string) (int, error)) (values []int) {
	out := make(chan int)
	go func() {
		for _, line := range lines {
			v, err := parse(line)
			if err != nil {
				continue
			}
			out <- v
		}
	}()
	for range lines {
		values = append(values, <-out) // want abandoned-receiver[error] "out"
	}
	return values
}
