// The test returns: its context can never be cancelled, and forage, which is not written in Go, has no other end in sight.
package cases

import (
	"context"
	"testing"
)

func forage(season context.Context)

func TestForest(t *testing.T) {
	season, _ := context.WithCancel(context.Background())
	go forage(season) // want test-outlived "or"
	t.Log("quiet")
}
