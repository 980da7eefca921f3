// curfew: --level advice
// The package has another name here.
package main

import c "context"

var n = count(c.TODO()) // want todo-context[advice] "a root is what is wanted"

func count(ctx c.Context) int {
	n, _ := ctx.Value("n").(int)
	return n
}

func main() {
	println(n)
}
