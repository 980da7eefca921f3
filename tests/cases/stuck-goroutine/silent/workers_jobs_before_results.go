// A fan-out feeds its jobs from a goroutine of its own and reads the results meanwhile.
package cases

import "fmt"

type block struct {
	index int
	size  int
}

func worker(jobs <-chan block, results chan<- block) {
	for b := range jobs {
		b.size /= 2
		results <- b
	}
}

func compress(blocks []block, parallel int) int {
	jobs := make(chan block)
	results := make(chan block)
	for i := 0; i < parallel; i++ {
		go worker(jobs, results)
	}
	go func() {
		defer close(jobs)
		for _, b := range blocks {
			jobs <- b
		}
	}()
	total := 0
	for range blocks {
		total += (<-results).size
	}
	return total
}

func use() {
	blocks := make([]block, 10)
	for i := range blocks {
		blocks[i] = block{i, 10}
	}
	fmt.Println(compress(blocks, 3))
}
