// Between the two stops the start makes a new channel.
package cases

type ticker struct{ quit chan struct{} }

func (t *ticker) start() { t.quit = make(chan struct{}) }
func (t *ticker) stop()  { close(t.quit) }

func twice() {
	t := &ticker{}
	t.start()
	t.stop()
	t.start()
	t.stop()
}
