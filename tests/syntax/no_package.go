func f() {
	go g()
}
