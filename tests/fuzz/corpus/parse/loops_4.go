package p

func f() {
	}
}
}
