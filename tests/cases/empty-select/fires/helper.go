// Run time: the helper blocks the exported function that calls it.
package cases

func Serve(accept func()) {
	accept()
	hold()
}

func hold() {
	select {} // want empty-select "hold blocks for ever"
}
