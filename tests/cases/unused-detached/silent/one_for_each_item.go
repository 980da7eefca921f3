// No owner is missed: what is excused is that nothing bounds how many there are.
package cases

var total int

func add(values <-chan func() int) {
	for v := range values {
		//curfew:detached each is done at once
		go func(f func() int) { total += f() }(v)
	}
}
