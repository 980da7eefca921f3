// A test that polls may sleep.
package cases

import (
	"context"
	"testing"
	"time"
)

func TestEventually(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), time.Second)
	defer cancel()
	tries := 0
	for ctx.Err() == nil && tries < 3 {
		tries++
		time.Sleep(20 * time.Millisecond)
	}
	if tries < 3 {
		t.Fatalf("gave up after %d tries", tries)
	}
}
