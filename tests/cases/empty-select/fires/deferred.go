// Run time: the deferred literal runs when the function returns, which it then never does.
package cases

func Stop(flush func()) {
	defer func() {
		select {} // want empty-select "blocks for ever"
	}()
	flush()
}
