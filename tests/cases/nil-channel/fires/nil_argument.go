// Run time: the caller that wants no progress gives nil, and work sends to it all the same.
package cases

func work(n int, progress chan<- int) int {
	sum := 0
	for i := range n {
		sum += i
	}
	progress <- sum // want nil-channel "progress is nil here"
	return sum
}

func Watched(progress chan<- int) int { return work(10, progress) }

func Quiet() int { return work(10, nil) }
