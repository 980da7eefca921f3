// The close is deferred in the function that ranges: it runs after the range, which waits for it.
package cases

func total(ns []int) int {
	c := make(chan int, 64)
	defer close(c)
	for _, n := range ns {
		select {
		case c <- n:
		default:
		}
	}
	sum := 0
	for n := range c { // want deaf-range[error] "nobody can close c while this range waits"
		sum += n
	}
	return sum
}
