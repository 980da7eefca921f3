// Run time: main means to wait for ever.
package main

func serve() {}

func main() {
	go serve()
	var never chan struct{}
	<-never
}
