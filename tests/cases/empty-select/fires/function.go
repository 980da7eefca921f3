// Run time: the exported function never returns.
package cases

func Serve(accept func()) {
	accept()
	select {} // want empty-select "Serve blocks for ever"
}
