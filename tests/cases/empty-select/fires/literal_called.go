// Run time: the literal is called, and blocks the function around it.
package cases

func Serve(accept func()) {
	hold := func() {
		select {} // want empty-select "blocks for ever"
	}
	accept()
	hold()
}
