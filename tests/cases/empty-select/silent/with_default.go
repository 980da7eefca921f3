// A select with a default does not wait.
package cases

func Nothing() {
	select {
	default:
	}
}
