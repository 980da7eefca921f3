package p

type (
	~int | ~int8 | float64
	String() string
}
