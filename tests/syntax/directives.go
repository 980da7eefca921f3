//go:build linux && !cgo
// +build linux,!cgo

package p

//line other.go:10
var x = 1

/*line a.go:1:2*/ var y = 2

//go:embed x.txt
var z string
	//line not at the line's start:0
