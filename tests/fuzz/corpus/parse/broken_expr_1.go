package p

func f() {
	k = 1 2
	good()
}

var after = 1
}
