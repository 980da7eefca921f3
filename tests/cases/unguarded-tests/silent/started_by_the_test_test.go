// curfew: --level advice --rule unguarded-tests
// What the test starts itself is the matter of test-outlived.
package cases

import "testing"

func TestRun(t *testing.T) {
	quit := make(chan struct{})
	go func() { <-quit }()
	close(quit)
}
