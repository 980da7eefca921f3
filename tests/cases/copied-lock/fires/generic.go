// Run time: whatever type is put in for G, its mutex is copied.
package cases

import "sync"

type guarded struct {
	mu sync.Mutex
	v  int
}

func get[G interface{ guarded }](g *G) guarded {
	copied := guarded(*g) // want copied-lock "*g is copied to call guarded"
	return copied         // want copied-lock "copied is copied to be returned"
}
