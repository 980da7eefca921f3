// OnceValue computes a value, and init fills a table: neither starts anything.
package cases

import "sync"

var squares [16]int

var Total = sync.OnceValue(func() int {
	sum := 0
	for _, s := range squares {
		sum += s
	}
	return sum
})

func init() {
	for i := range squares {
		squares[i] = i * i
	}
}
