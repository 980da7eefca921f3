// main calls the literal.
package main

func main() {
	hold := func() { select {} }
	hold()
}
