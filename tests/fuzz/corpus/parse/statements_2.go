package p

func f() {
	for {
		break L
	}
	goto L
M:
	switch {
	}
	if x := f(); x > 0 {
		return
}
