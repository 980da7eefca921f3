// main keeps the process alive.
package main

func main() {
	println("up")
	select {}
}
