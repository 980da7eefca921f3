// The goroutine that the comment spoke of is gone: load works by itself now.
package cases

var total int

func load(values []int) {
	//curfew:detached the sum is not waited for // want unused-detached "no goroutine starts"
	for _, v := range values {
		total += v
	}
}
