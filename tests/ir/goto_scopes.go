// Jumps back and forth; one that leads into a block or nowhere ends in unreachable.
package p

func jumps(n int) {
	if n > 3 {
		goto end
	}
again:
	n++
	for n < 10 {
		if n == 5 {
			goto again
		}
	inner:
		n += 2
		if n == 7 {
			goto inner
		}
	}
	goto inside
	{
	inside:
		n = 0
	}
end:
	func() {
		goto end
	}()
}
