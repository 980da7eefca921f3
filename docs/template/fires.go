// Start is called: the literal that it starts returns at once.
package cases

func Start() {
	go func() {}() // want empty-goroutine "Start"
}
