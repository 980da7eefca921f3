package p

func f() {
	var a, b int = 1, 2
	const c = iota
	type T int
	;
	{
		{
		}
	}
}
