// Run time: who has no progress channel gives nil, and work asks first.
package cases

func work(n int, progress chan<- int) int {
	sum := 0
	for i := range n {
		sum += i
	}
	if progress != nil {
		progress <- sum
	}
	return sum
}

func Quiet() int { return work(10, nil) }
