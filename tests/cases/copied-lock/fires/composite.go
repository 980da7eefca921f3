// Run time: the new value starts with whatever state the old lock was in.
package cases

import "sync"

type inner struct{ mu sync.Mutex }

type outer struct{ in inner }

func wrap(in *inner) *outer {
	return &outer{in: *in} // want copied-lock "*in is copied into a literal"
}
