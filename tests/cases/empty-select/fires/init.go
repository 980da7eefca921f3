// Run time: the program never comes to main.
package main

func init() {
	select {} // want empty-select "the program never comes to main"
}

func main() {}
