// Run time: the type argument does not matter.
package cases

func Hold[T any](v T, use func(T)) {
	use(v)
	select {} // want empty-select "Hold blocks for ever"
}
