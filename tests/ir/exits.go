package p

import (
	"log"
	"os"
	"runtime"
)

func exits(n int) int {
	switch n {
	case 0:
		os.Exit(1)
	case 1:
		log.Fatalf("no %d", n)
	case 2:
		runtime.Goexit()
	case 3:
		panic(n)
	default:
		return 1
	}
	return 2
}

func dead() int {
	return 1
	println("never")
	for {
	}
}
