package p

var x = T{
	//curfew:ignore a,b, c // why
	A: func() {
		select {
		//nolint:all
		case <-c: //curfew:ignore-file all r
		}
	},
}
