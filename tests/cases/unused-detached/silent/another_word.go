// Only the word itself is the directive.
package cases

var total int

func load(values []int) {
	//curfew:detachedly the sum is not waited for
	for _, v := range values {
		total += v
	}
}
