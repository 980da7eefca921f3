package p

func f() {
	if {
	}
	if x := 1 {
	}
	if x
	{
	}
	for i := 0; i < 10 {
}
