"""Figures that registers offer, stored with their rows' digest and run again to verify."""
