package p

func slices(a [8]byte, p *[8]byte, s []byte, t string) {
	_ = a[:]
	_ = p[1:4]
	_ = s[1:2:3]
	_ = t[:2]
	_ = a[1]
	_ = p[2]
	_ = t[3]
	_ = f()[4]
	a[5] = 1
	p[6] = s[7]
	_ = f()[1:]
}

func f() []byte { return nil }
