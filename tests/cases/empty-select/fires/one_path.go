// Run time: without a listener the caller is lost.
package cases

func Serve(accept func() error) error {
	if accept == nil {
		select {} // want empty-select "Serve blocks for ever"
	}
	return accept()
}
