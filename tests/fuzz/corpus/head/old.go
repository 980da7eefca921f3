// +build linux,!cgo darwin

//go:debug a=b
package p; import "C"; import . "d"
