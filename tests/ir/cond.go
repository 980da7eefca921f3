// Short-circuit conditions are control flow; as a value they go through a made variable.
package p

func cond(a, b, c bool) int {
	if a && (b || !c) {
		return 1
	}
	x := a || b
	if !x && !(a && c) {
		return 2
	}
	for a && b {
	}
	return 3
}
